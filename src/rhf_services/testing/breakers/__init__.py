"""Ways to break the rules of this library, one for each code, found through ``rhf_breakers``.

Each is a plain function from a registry to cases in which its rule fires and no other does.
"""
