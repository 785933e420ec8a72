export { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
export { openRepository } from "../../src/repository/open-repository.ts";
