/** Lines of business; each becomes a folder of modules. */
export const AREAS = [
  ..."retail clinic library warehouse travel school theatre garden harbour museum kitchen bakery".split(" "),
  ..."laundry stable orchard vineyard dairy mill forge quarry studio gallery festival market".split(" "),
  ..."pharmacy hospital railway airline hotel insurance banking publishing".split(" "),
];

/** What is done in a line of business; each becomes a module. */
export const MODULES = [
  ..."order customer invoice payment shipment product price discount stock supplier contract".split(" "),
  ..."booking member loan visit appointment schedule complaint".split(" "),
];

/** What a module keeps; each becomes an entity beside that of the module. */
export const PARTS = [
  ..."line note status history rate limit address contact document approval reminder allocation".split(" "),
];

export const COLUMNS = [
  ..."title reference status currency remarks language origin channel category colour".split(" "),
];

export const AUTHORS = [
  ..."Ada Grace Alan Edsger Barbara Donald Frances Tony Margaret Niklaus Radia Ken Hedy Dennis".split(" "),
];
