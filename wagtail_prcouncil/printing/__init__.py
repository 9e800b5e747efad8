"""Paper: pages laid out to be printed, and PDF files of them that the clock makes and stores."""
