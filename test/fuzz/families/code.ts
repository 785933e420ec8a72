import { typescript } from "../../../src/analyzers/typescript/index.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/model/settings.ts";
import { fixtures, type Group, ownSource } from "../corpus.ts";
import type { Dice } from "../dice.ts";
import type { Family, Input } from "../family.ts";
import { holdFindings } from "../hold-findings.ts";
import { inputRepository } from "../input-repository.ts";
import { type Material, mutate } from "../mutate.ts";

export const CODE = /\.[cm]?[jt]sx?$/;

export const CODE_TOKENS = (
  "( ) { } [ ] < > => ` ${ ' \" /* */ // / ?. ?? ... @ # @Entity( @Inject( class extends implements interface enum namespace declare " +
  "abstract static async await yield function new import export default from require( module.exports typeof keyof infer satisfies " +
  "as is this super get set type let const var if else for while do switch case return throw try catch in of instanceof void delete " +
  "__proto__ constructor prototype = == ; : , . ! ? & | + - * ** ++ 0 \u2028 \0 \ufeff \ud800 <div> </div> <!-- --> #! @type @param"
).split(" ");

/** Linked files of small repositories, some of them changed, through everything that reads TypeScript and JavaScript. */
export const code = linkedCode("code", 20_000, 400, "auto", 2000);
/** The same with the type checker asked about every open call. */
export const checker = linkedCode("checker", 2000, 30, "precise", 6000);

function linkedCode(
  name: string,
  full: number,
  small: number,
  resolution: Settings["resolution"],
  budget: number,
): Family {
  const settings = { ...DEFAULT_SETTINGS, resolution };
  return {
    name,
    full,
    small,
    budget,
    make: mutatedGroup,
    weigh: changedFiles,
    check: async (input) => {
      const repository = inputRepository(input);
      holdFindings(await typescript.analyze(repository, settings, () => {}), repository);
    },
  };
}

let groups: readonly Group[] = [];
let material: Material = { tokens: CODE_TOKENS, donors: [] };

function load(): void {
  if (groups.length > 0) return;
  const all = [...fixtures(), ...fixtures(), ...fixtures(), ...ownSource()];
  groups = all.filter((group) => Object.keys(group).some((path) => CODE.test(path)));
  material = { tokens: CODE_TOKENS, donors: groups.flatMap((group) => Object.values(group)) };
}

function mutatedGroup(dice: Dice): Input {
  load();
  const group = dice.pick(groups);
  const paths = Object.keys(group).filter((path) => CODE.test(path));
  const chosen = new Set([dice.pick(paths), ...paths.filter(() => dice.chance(0.4))]);
  return Object.fromEntries(
    Object.entries(group).map(([path, text]) => [
      path,
      chosen.has(path) ? mutate(text, dice, material) : text,
    ]),
  );
}

/** How many files are not as they were: a lower limit of what was tried. */
function changedFiles(input: Input): number {
  const known = new Set(material.donors);
  return Object.entries(input).filter(([path, text]) => CODE.test(path) && !known.has(text)).length;
}
