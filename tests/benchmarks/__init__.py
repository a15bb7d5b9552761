"""What things cost, printed and never judged."""
