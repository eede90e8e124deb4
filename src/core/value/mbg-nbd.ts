import { betaGeometric } from "./beta-geometric";

/**
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007): as BG/NBD, but a customer may also leave right
 * after the first purchase, so one-time buyers need not be alive.
 */
export const mbgNbd = betaGeometric("mbg-nbd", 1);
