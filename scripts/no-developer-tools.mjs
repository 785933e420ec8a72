/** Stands in for react-devtools-core in the bundle: ink connects to it only when a developer asks for it. */
export default { initialize() {}, connectToDevTools() {} };
