const VENDOR_FOLDER = /^((?:.*\/)?vendors?\/)/i;
/** `vendor.service.ts`, `create-vendor.dto.ts`, `VendorController.js`: a business that has vendors. */
const ABOUT_VENDORS = /(?:^|[-_.])vendors?(?:[-_.A-Z]|$)|[a-z]Vendors?\b|^Vendors?[A-Z.]/;

/**
 * Folders called `vendor` that hold other people's code. A shop has vendors of its own: a folder with a file that
 * is named after them (`vendor/vendor.service.ts`) is the shop's.
 */
export function findVendorFolders(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Map<string, boolean>();
  for (const path of paths) {
    const folder = VENDOR_FOLDER.exec(path)?.[1];
    if (folder === undefined) continue;
    const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
    folders.set(folder, (folders.get(folder) ?? false) || ABOUT_VENDORS.test(name));
  }
  return new Set([...folders].filter(([, ofTheDomain]) => !ofTheDomain).map(([folder]) => folder));
}

/** Does the path lie in one of the folders? */
export function isVendored(path: string, folders: ReadonlySet<string>): boolean {
  const folder = VENDOR_FOLDER.exec(path)?.[1];
  return folder !== undefined && folders.has(folder);
}
