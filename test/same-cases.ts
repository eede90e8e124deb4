import fc from "fast-check";

/**
 * Each `npm test` draws the same cases, so that what fails was broken by the change at hand; `npm run test:soak` draws
 * others each time, and prints the seed of one that fails.
 */
if (process.env["TIERSHEET_SOAK"] === undefined) fc.configureGlobal({ seed: 20_261_122 });
