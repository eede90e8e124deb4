import { betaGeometric } from "./beta-geometric";

/**
 * BG/NBD (Fader, Hardie & Lee 2005, "Counting your customers" the easy way): leaving is possible after each repeat
 * purchase, so a customer with none is alive for certain. Parameters r, α (rates) and a, b (leaving).
 */
export const bgNbd = betaGeometric("bg-nbd", 0);
