"""Words that begin English sentences and are no names, for compendia too small to show it by themselves."""

_WORDS = """
a about above across after again against all almost along already also although always among an and
another any are around as ask at be because been before behind below between both but by can check
choose come do does during each either every everybody everyone everything few find for from get
give go has have he help her here his how however if in instead into is it its keep last later leave
less let like look make many may meet more most much must my name neither never no nobody none nor
not nothing now of offer often on once only or other others our out over own people perhaps plan
please put read same say see several she should show since so some somebody someone something
sometimes soon speak still such take talk tell than that the their them then there these they think
this those though through to today together too under until up use very was watch we well were what
when where whether which while who whom whose why will with within without work write yes yet you
your
"""

COMMON_WORDS = frozenset(_WORDS.split())
