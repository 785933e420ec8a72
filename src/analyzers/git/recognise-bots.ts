const BOT_NAME =
  /\[bot\]|(?:^|[\s._-])bot$|^(?:renovate|dependabot|greenkeeper|snyk|mergify|github[\s-]?actions?|semantic-release|imgbot|crowdin|weblate|allcontributors|pre-commit-ci|travis\s?ci|circleci|jenkins|codecov|depfu|pyup|lerna|release-please|ci)(?:$|[\s._-])/i;
const BOT_EMAIL =
  /\[bot\]@|^(?:bot|renovate|dependabot|noreply\+bot|support\+crowdin|actions|snyk-bot|ci)@|(?:^|[-._+])bot@/i;

const MECHANICAL_SUBJECT =
  /^(?:chore|build|ci|release)\((?:release|deps|deps-dev|dependencies|dev-deps)\)|^(?:chore|build)!?: ?(?:release|publish|version bump|bump version)\b|^(?:\w+(?:\([^)]*\))?: ?)?bump [\w@/.-]+(?: and [\w@/.-]+)? from \S+ to |^(?:\w+(?:\([^)]*\))?: ?)?update (?:dependency|actions?|docker|github|npm) [\w@/.-]+.* to v?\d|^(?:\[release\]|publish|release|prepare release|version packages|bump version|version bump)?:?\s*(?:to |@?[\w/-]+@)?v?\d+\.\d+\.\d+(?:[-.][\w.]+)?\s*$|^lock file maintenance/i;

/** Is this author a program: a dependency bot, a release tool, a translation service? */
export function isBot(name: string, email: string): boolean {
  return BOT_NAME.test(name.slice(0, 200)) || /[a-z]Bot$/.test(name) || BOT_EMAIL.test(email.slice(0, 200));
}

/** Does the subject say that the commit only raises a version? People make such commits too, with tools. */
export function isMechanical(subject: string): boolean {
  return MECHANICAL_SUBJECT.test(subject.slice(0, 300));
}
