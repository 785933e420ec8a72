/** A shop in twelve parts; each part has smaller ones inside. */
export const PARTS: readonly { readonly name: string; readonly inside: readonly string[] }[] = [
  { name: "Orders", inside: ["Checkout", "Cart", "Returns", "Order History"] },
  { name: "Billing", inside: ["Invoices", "Payments", "Refunds", "Dunning"] },
  { name: "Catalog", inside: ["Products", "Categories", "Search", "Reviews"] },
  { name: "Inventory", inside: ["Stock", "Warehouses", "Suppliers"] },
  { name: "Customers", inside: ["Accounts", "Addresses", "Loyalty", "Consent"] },
  { name: "Shipping", inside: ["Parcels", "Carriers", "Tracking"] },
  { name: "Promotions", inside: ["Coupons", "Campaigns", "Vouchers"] },
  { name: "Settlement", inside: ["Payouts", "Ledger", "Commissions"] },
  { name: "Notifications", inside: ["Mail", "Push", "Templates"] },
  { name: "Identity", inside: ["Sessions", "Roles", "Audit Trail"] },
  { name: "Analytics", inside: ["Reports", "Events", "Dashboards"] },
  { name: "Content", inside: ["Pages", "Media", "Banners"] },
];

export const ENDINGS = [
  ["Service", "service"],
  ["Controller", "controller"],
  ["Repository", "repository"],
  ["Entity", "entity"],
  ["Dto", "dto"],
  ["Job", "job"],
  ["Policy", null],
  ["Mapper", null],
  ["Validator", null],
  ["Facade", null],
  ["Handler", "message-handler"],
] as const;

export const MIDDLES = [
  "",
  "Line",
  "Status",
  "History",
  "Query",
  "Detail",
  "Batch",
  "Rule",
  "Summary",
  "Import",
  "Export",
];
export const VERBS = [
  "find",
  "create",
  "cancel",
  "reserve",
  "confirm",
  "price",
  "list",
  "archive",
  "sync",
  "assign",
];
