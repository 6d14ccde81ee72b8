"""Documents as PDF: tagged for screen readers, in Sarabun, lines ending between Thai words."""

from report.documents.pdf.writing import as_pdf

__all__ = ["as_pdf"]
