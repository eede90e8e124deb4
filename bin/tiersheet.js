#!/usr/bin/env node
import "../build/command/tiersheet.js";
