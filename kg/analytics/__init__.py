"""networkx views of the graph and measures on them."""
