"""What a person or a program gets to see: one module per format. A report judges nothing."""
