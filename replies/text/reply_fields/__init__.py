"""One module for each group of fields.  Each reads a `Sheet` and answers with findings and open questions."""
