"""Search without a server: what practices are indexed as, how Pagefind is packed, how words are mended."""
