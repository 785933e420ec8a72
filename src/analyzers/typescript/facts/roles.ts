import type { Role } from "../../../model/fact.ts";
import type { ClassIr, FileIr } from "../ir.ts";

const BY_DECORATOR: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["Controller", "controller"],
  ["RestController", "controller"],
  ["JsonController", "controller"],
  ["Resolver", "resolver"],
  ["Entity", "entity"],
  ["ViewEntity", "entity"],
  ["ChildEntity", "entity"],
  ["Table", "entity"],
  ["Schema", "entity"],
  ["EntityRepository", "repository"],
  ["CustomRepository", "repository"],
  ["Module", "module"],
  ["VendurePlugin", "module"],
  ["Processor", "job"],
  ["Processors", "job"],
  ["EventSubscriber", "message-handler"],
  ["EventsHandler", "message-handler"],
  ["CommandHandler", "message-handler"],
  ["QueryHandler", "message-handler"],
  ["WebSocketGateway", "message-handler"],
  ["Catch", "middleware"],
  ["ObjectType", "dto"],
  ["InputType", "dto"],
  ["ArgsType", "dto"],
]);

const BY_NAME: readonly (readonly [RegExp, Role])[] = [
  [/Controller$/, "controller"],
  [/Resolver$/, "resolver"],
  [/(?:Repository|Repo|Dao|Store)$/, "repository"],
  [/(?:Dto|DTO|Input|Payload|Args|Request|Response)$/, "dto"],
  [/Guard$/, "guard"],
  [/(?:Job|Worker|Cron|Scheduler|Task)$/, "job"],
  [/(?:Listener|Subscriber|Consumer|EventHandler)$/, "message-handler"],
  [/(?:Middleware|Interceptor|Pipe|Filter)$/, "middleware"],
  [/(?:Config|Configuration|Settings)$/, "configuration"],
  [/(?:Service|UseCase|Usecase|Interactor)$/, "service"],
  [/Entity$/, "entity"],
];

/** The role of a class: its decorators tell first, then its parents, its name, and the file that it lives in. */
export function roleOfClass(file: FileIr, cls: ClassIr): Role | null {
  if (isMigration(file, cls)) return "migration";
  for (const { name } of cls.decorators) {
    const role = BY_DECORATOR.get(name);
    if (role) return role;
  }
  for (const [pattern, role] of BY_NAME) if (pattern.test(cls.name)) return role;
  if (cls.decorators.some(({ name }) => name === "Injectable" || name === "Service" || name === "injectable"))
    return "service";
  return roleOfPath(file.path);
}

function isMigration(file: FileIr, cls: ClassIr): boolean {
  return (
    inMigrations(file.path) ||
    cls.heritage.some(({ type }) => type.t === "ref" && type.name.at(-1) === "MigrationInterface")
  );
}

function inMigrations(path: string): boolean {
  return (
    /(?:^|\/)(?:migrations?|seeds?|seeders?)\//i.test(path) ||
    /\.(?:migration|seeder)\.[cm]?[jt]s$/.test(path)
  );
}

/** The role of a module's functions, by the names of its file and folder. */
export function roleOfModule(file: FileIr): Role | null {
  return inMigrations(file.path) ? "migration" : roleOfPath(file.path);
}

const BY_STEM: readonly (readonly [RegExp, Role])[] = [
  [/[.-](?:controller|route|router|routes)s?$/i, "controller"],
  [/[.-]resolvers?$/i, "resolver"],
  [/[.-](?:repository|repo|store|dao)$/i, "repository"],
  [/[.-](?:entity|model|schema)$/i, "entity"],
  [/[.-](?:dto|input|payload)$/i, "dto"],
  [/[.-]guards?$/i, "guard"],
  [/[.-](?:job|worker|cron|processor|queue)$/i, "job"],
  [/[.-](?:listener|subscriber|consumer)$/i, "message-handler"],
  [/[.-](?:middleware|interceptor|pipe|filter)$/i, "middleware"],
  [/[.-](?:config|configuration)$|^config(?:uration)?$/i, "configuration"],
  [/[.-]service$/i, "service"],
  [/[.-]module$/i, "module"],
];

const BY_FOLDER: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["controllers", "controller"],
  ["controller", "controller"],
  ["routes", "controller"],
  ["routers", "controller"],
  ["resolvers", "resolver"],
  ["services", "service"],
  ["repositories", "repository"],
  ["repos", "repository"],
  ["models", "entity"],
  ["entities", "entity"],
  ["dto", "dto"],
  ["dtos", "dto"],
  ["guards", "guard"],
  ["jobs", "job"],
  ["workers", "job"],
  ["middleware", "middleware"],
  ["middlewares", "middleware"],
  ["config", "configuration"],
]);

function roleOfPath(path: string): Role | null {
  const parts = path.split("/");
  const stem = (parts.pop() ?? "").replace(/\.[cm]?[jt]sx?$/, "");
  for (const [pattern, role] of BY_STEM) if (pattern.test(stem)) return role;
  return BY_FOLDER.get(parts.at(-1) ?? "") ?? null;
}
