"""Networks: encoder F, generator G, critic D, latent encoder E, classifier W_C."""
