"""The pictures that a child can choose or be given: animals for name tiles, objects for picture passwords.

Every key is a file in ``static/animals`` or ``static/secrets`` (``animals/fox.svg``). The objects are ones that a
four-year-old can name, differ in shape and colour, and belong to no culture in particular. Animals that children use
as insults are left out. Pass a name to ``gettext`` before it is shown.
"""


def N_(name: str) -> str:  # noqa: N802 - the name that the tool collecting texts looks for
    """Mark a name for the translators and leave it as it is."""
    return name


ANIMALS: tuple[tuple[str, str], ...] = (
    ("dog", N_("dog")),
    ("cat", N_("cat")),
    ("lion", N_("lion")),
    ("tiger", N_("tiger")),
    ("horse", N_("horse")),
    ("unicorn", N_("unicorn")),
    ("mouse", N_("mouse")),
    ("hamster", N_("hamster")),
    ("rabbit", N_("rabbit")),
    ("bear", N_("bear")),
    ("panda", N_("panda")),
    ("koala", N_("koala")),
    ("polar-bear", N_("polar bear")),
    ("fox", N_("fox")),
    ("raccoon", N_("raccoon")),
    ("wolf", N_("wolf")),
    ("chick", N_("chick")),
    ("penguin", N_("penguin")),
    ("owl", N_("owl")),
    ("eagle", N_("eagle")),
    ("duck", N_("duck")),
    ("swan", N_("swan")),
    ("flamingo", N_("flamingo")),
    ("parrot", N_("parrot")),
    ("frog", N_("frog")),
    ("turtle", N_("turtle")),
    ("dinosaur", N_("dinosaur")),
    ("dolphin", N_("dolphin")),
    ("seal", N_("seal")),
    ("fish", N_("fish")),
    ("shark", N_("shark")),
    ("octopus", N_("octopus")),
    ("crab", N_("crab")),
    ("snail", N_("snail")),
    ("butterfly", N_("butterfly")),
    ("bee", N_("bee")),
    ("ladybird", N_("ladybird")),
    ("elephant", N_("elephant")),
    ("kangaroo", N_("kangaroo")),
    ("otter", N_("otter")),
    ("badger", N_("badger")),
    ("hedgehog", N_("hedgehog")),
    ("deer", N_("deer")),
    ("giraffe", N_("giraffe")),
    ("zebra", N_("zebra")),
    ("crocodile", N_("crocodile")),
    ("sheep", N_("sheep")),
    ("squirrel", N_("squirrel")),
)

SECRETS: tuple[tuple[str, str], ...] = (
    ("apple", N_("apple")),
    ("ball", N_("ball")),
    ("boat", N_("boat")),
    ("book", N_("book")),
    ("bus", N_("bus")),
    ("carrot", N_("carrot")),
    ("flower", N_("flower")),
    ("house", N_("house")),
    ("key", N_("key")),
    ("moon", N_("moon")),
    ("tree", N_("tree")),
    ("umbrella", N_("umbrella")),
    ("banana", N_("banana")),
    ("rainbow", N_("rainbow")),
    ("scissors", N_("scissors")),
    ("teddy", N_("teddy bear")),
)

FIRST_SECRETS = SECRETS[:12]
"""The twelve objects of the youngest children; older ones choose from all sixteen."""
