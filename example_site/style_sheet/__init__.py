"""Every component in every state, in both languages: what a designer looks at and a test keeps."""
