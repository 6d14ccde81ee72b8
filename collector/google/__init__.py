"""What is asked of Google. Only `collector.google.seam` knows gspread and google-auth."""
