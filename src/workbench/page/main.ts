import { showPage } from "./page";
import { pageLanguage } from "./words";

const page = document.getElementById("page");
if (page) void showPage(page, pageLanguage());
