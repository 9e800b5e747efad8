"""The news desk: where editors find, file, place and review what readers get."""
