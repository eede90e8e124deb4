import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { createCA, createCert } from "mkcert";

/** Where `npx office-addin-dev-certs install` puts what it makes; its own check of them would report to Microsoft. */
const INSTALLED = join(homedir(), ".office-addin-dev-certs");

/** A certificate made on the spot is good for so many days: browsers refuse more than 398. */
const DAYS = 365;

/**
 * A certificate for https://localhost: the one that office-addin-dev-certs installed for this user, where there is one
 * that is valid (the system trusts it); otherwise one made on the spot with mkcert, which a browser asks about once. It
 * is kept in the user's cache folder, so that the question isn't asked at each start; its authority is thrown away.
 *
 * @param {{ installed?: string, cache?: string }} [folders] other folders to look in
 * @returns {Promise<{ key: string, cert: string, trusted: boolean }>}
 */
export async function localhostCertificate({ installed = INSTALLED, cache = cacheFolder() } = {}) {
  const known = await readPair(installed);
  if (known) return { ...known, trusted: true };
  const kept = await readPair(cache);
  if (kept) return { ...kept, trusted: false };
  const ca = await createCA({
    organization: "Tiersheet workbench",
    countryCode: "US",
    state: "-",
    locality: "-",
    validity: DAYS,
  });
  const { key, cert } = await createCert({ ca, domains: ["localhost", "127.0.0.1"], validity: DAYS });
  try {
    await mkdir(cache, { recursive: true, mode: 0o700 });
    await writeFile(join(cache, "localhost.key"), key, { mode: 0o600 });
    await writeFile(join(cache, "localhost.crt"), cert);
  } catch {
    // No place to keep it: it is made anew the next time, and the browser asks again.
  }
  return { key, cert, trusted: false };
}

/** The key and certificate in a folder, if they belong together and are good for another day. */
async function readPair(folder) {
  try {
    const [key, cert] = await Promise.all(
      ["localhost.key", "localhost.crt"].map((name) => readFile(join(folder, name), "utf8")),
    );
    const certificate = new X509Certificate(cert);
    const now = Date.now();
    const lasts = Date.parse(certificate.validTo) - now > 86_400_000;
    const begun = Date.parse(certificate.validFrom) <= now;
    const fits = certificate.checkPrivateKey(createPrivateKey(key)) && certificate.checkHost("localhost");
    return lasts && begun && fits ? { key, cert } : undefined;
  } catch {
    return undefined;
  }
}

function cacheFolder() {
  const base =
    process.platform === "win32"
      ? (process.env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"))
      : process.platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : (process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"));
  return join(base, "tiersheet");
}
