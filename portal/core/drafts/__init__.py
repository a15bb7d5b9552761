"""What a draft may still lack, and what is asked of it before visitors read it."""
