"""The demo of the fictional «وزارت نمونه»: its news, its pictures, and as many more news as wanted."""
