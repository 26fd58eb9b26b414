"""A band's press kit, in words that its page and its paper share.

words.py   each line of it
sheets.py  on paper
cards.py   the picture beside its address, where the band has sent no photo
"""
