"""How fast and how right the search is, each by one command on this machine alone."""
