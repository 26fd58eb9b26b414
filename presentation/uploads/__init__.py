"""Files that people send, looked at before anything is done with them.

reading.py    what a file is, told by decoding it
pictures.py   pictures, rewritten in the forms that are kept
documents.py  PDFs, rewritten
"""
