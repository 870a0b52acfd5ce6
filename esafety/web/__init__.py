"""How every page looks and is entered: the door, forms, errors, layouts and components."""
