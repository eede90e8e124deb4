/** The icon as a drawing: sharp at every size. The same as scripts/make-icons.js draws. */
export function Logo({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" style={{ flexShrink: 0 }}>
      <rect width="16" height="16" rx="3.5" fill="#0f7f70" />
      <rect x="6" y="3" width="4" height="2" rx="0.75" fill="#ffc83d" />
      <rect x="4" y="7" width="8" height="2" rx="0.75" fill="#fff" />
      <rect x="2" y="11" width="12" height="2" rx="0.75" fill="#a9d8d0" />
    </svg>
  );
}
