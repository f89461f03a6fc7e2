/** The features of the page, in the order of their cards. A further feature is a file and a name here. */
import { accountBalance } from "./account-balance.js";
import { globalMarket } from "./global-market.js";
import { intraday } from "./intraday.js";
import { positions } from "./positions.js";

/** @type {import("./definition.js").Feature[]} */
export const FEATURES = [accountBalance, positions, intraday, globalMarket];
