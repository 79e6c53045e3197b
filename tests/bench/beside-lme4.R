# Fits one model by R's lme4. Arguments: the table (CSV), the formula, how far to search, how often, where the figures go.
# Only lmer() itself is timed: not the start of R, not the reading of the table.
suppressPackageStartupMessages(library(lme4))
given <- commandArgs(trailingOnly = TRUE)
data <- read.csv(given[1], stringsAsFactors = TRUE)
formula <- as.formula(given[2])

# The usual search stops early where the likelihood is flat; "to the end" goes on until nothing changes.
control <- if (given[3] == "to the end") {
  lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10))
} else {
  lmerControl()
}

fitted_once <- function(k) {
  used <- proc.time()
  start <- Sys.time()
  fit <- suppressMessages(suppressWarnings(lmer(formula, data = data, REML = TRUE, control = control)))
  clock <- 1000 * as.numeric(Sys.time() - start, units = "secs")
  spent <- proc.time() - used
  processor <- 1000 * as.numeric(spent[["user.self"]] + spent[["sys.self"]])
  data.frame(logLik = sprintf("%.17g", as.numeric(logLik(fit))), clock = clock, processor = processor)
}

warm <- fitted_once(0)
figures <- do.call(rbind, lapply(seq_len(as.integer(given[4])), fitted_once))
write.csv(figures, given[5], row.names = FALSE, quote = FALSE)
