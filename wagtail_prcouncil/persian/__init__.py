"""Persian writing: letters, digits, slugs, sorting, numbers and Jalali dates. Imports no Django."""
