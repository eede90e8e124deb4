export { say } from "../src/core/language/message";
