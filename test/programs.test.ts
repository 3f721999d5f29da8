// What other programs do, a browser and LibreOffice: one after the other, as they are in one file, with a time limit of their own.
// @module-tag program
import "./output/page.ts";
import "./output/nu.ts";
import "./libreoffice.ts";
import "./word-processors.ts";
