"""The register comes in: agencies from CSV or XLSX, by code."""
