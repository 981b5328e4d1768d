"""The small words of English, which say nothing of what somebody is looking for.

Articles, pronouns, prepositions, conjunctions, forms of be, have and do, the words with which people begin a
question. The index leaves them out; they count for nothing and are not marked.
"""

from generator.words import words_in

SMALL_WORDS = frozenset(
    words_in(
        """
        a about above across after again against all along already also although always am among an and another
        any anybody anyone anything are aren't around as at away be became because been before being below
        between both but by can can't cannot could couldn't did didn't do does doesn't doing don't done during
        each either else etc even ever every few for from further get gets getting give gives go goes going gone
        got had has hasn't have haven't having he hello her here hers herself hi him himself his how however i
        i'd i'm i've if in into is isn't it its itself just kind know let lets like looking lot lots made make
        makes many may me might more most much must my myself near neither no nor not now of off on once one's
        only onto or other our ours ourselves out over own per please put quite rather really same see seem
        seems shall she should since so some somebody someone something sort still such take takes tell than
        thanks that that's the their theirs them themselves then there there's these they they're thing things
        this those through thus to together too toward towards under until up upon us use used uses very
        via want wanted wants was wasn't way ways we we're well were weren't what what's whatever when where
        whether which while who who's whose whom why will with within without won't would wouldn't yes yet you
        your yours yourself
        """
    )
)
