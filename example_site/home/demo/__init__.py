"""The demo of the fictional «وزارت نمونه»: its news, its pictures, and more news on demand."""
