"""Papers: PDFs that take seconds, so they are asked for by a row and made by the worker."""
