/** Where Office leaves word that it is the host; what office.js itself looks at. */
export interface HostTraces {
  /** `location.search`: Office opens a page with `?_host_Info=…`. */
  readonly search: string;
  /** `window.name`: Office on the web puts JSON with `hostInfo` there. */
  readonly name: string;
  /** What office.js kept in `sessionStorage` when the page was opened first. */
  readonly kept: string | null;
  /** True where the desktop hosts answer `window.external.GetHostInfo`. */
  readonly external: boolean;
}

/**
 * True inside Office. Only then is office.js loaded: from Microsoft's CDN, as its documentation asks, and never in a
 * plain browser, where the page makes no request of its own and has to work offline.
 */
export function isInsideOffice({ search, name, kept, external }: HostTraces): boolean {
  return external || /[?&]_host_Info=/.test(search) || /"hostInfo"\s*:/.test(name) || Boolean(kept);
}

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** After so long without an answer the page goes on without Office: a proxy may block the CDN. */
const PATIENCE = 8000;

/** Loads office.js where Office is the host. True once it is ready; false in a browser, or where it doesn't answer. */
export async function startOffice(): Promise<boolean> {
  if (!isInsideOffice(tracesOf(window))) return false;
  const ready = new Promise<boolean>((resolve) => {
    const script = document.createElement("script");
    script.src = OFFICE_JS;
    script.onerror = () => resolve(false);
    script.onload = () => void Office.onReady(({ host }) => resolve(host !== null));
    document.head.append(script);
  });
  return Promise.race([ready, new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false))]);
}

function tracesOf(window: Window): HostTraces {
  let kept: string | null = null;
  try {
    kept = window.sessionStorage.getItem("hostInfoValue");
  } catch {
    // No storage: Office is then known by the other traces.
  }
  const external = (window as { external?: { GetHostInfo?: unknown } }).external;
  return {
    search: window.location.search,
    name: window.name,
    kept,
    external: typeof external?.GetHostInfo === "function" || "agaveHost" in window,
  };
}
