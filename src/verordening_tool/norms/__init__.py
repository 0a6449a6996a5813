"""What the law asks: loads and validates checks/, and says which norm holds for which document on which date."""
