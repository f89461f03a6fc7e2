/** What the account is worth. */
import { decimal } from "../format.js";
import { fieldRow, query, readByHeaders } from "./definition.js";

const FIELDS = [
  ["portfolio_value", "Portfolio value"],
  ["cash", "Cash"],
  ["buying_power", "Buying power"],
  ["day_trading_buying_power", "Day trading"],
];

const topic = (scope) => `account_balance:${scope.accountId}`;

export const accountBalance = {
  name: "account_balance",
  title: "Account balance",
  empty: "This user has no account.",
  topics: (scope) => (scope.accountId ? [topic(scope)] : []),
  routes: (scope) => (scope.accountId ? [query("/api/account/balance", { account_id: scope.accountId })] : []),
  read: readByHeaders,
  rows: (scope, topics) =>
    FIELDS.map(([field, label]) =>
      fieldRow(
        field,
        label,
        (path) => topics.data(path, topic(scope)),
        (data) => ({ text: decimal(data[field], 2) }),
      ),
    ),
};
