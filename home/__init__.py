"""The home page, standing pages, guides, glossary and figures."""
