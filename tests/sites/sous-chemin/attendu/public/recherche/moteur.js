Un programme de la recherche.
