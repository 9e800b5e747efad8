"""The screens on which secretaries keep councils."""
