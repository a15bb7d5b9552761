"""What the portal tells search engines and other sites."""
