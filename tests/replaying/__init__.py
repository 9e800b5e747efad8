"""What many tests begin with is written once a minute, and replayed for those that follow.

Hundreds of tests begin with a council whose seats are held, or with a meeting of one. To publish
its pages takes Wagtail and us a fifth of a second, of which the statements that write take a tenth.
`replayed` marks a function that makes such a thing. Where the database holds nothing but the small
site and what other such functions have made since the test began, what the function writes is put
on a tape; when another test comes to the same place, the same statements run again, and leave the
same rows (test_recorder.py). In any other place the function runs as it is written.
"""
