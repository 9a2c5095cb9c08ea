"""Who is who: mentions become entities, readings become deals, and a person's decisions come last."""
