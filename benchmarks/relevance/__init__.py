"""How good the order is: judged questions, asked of real letters."""
