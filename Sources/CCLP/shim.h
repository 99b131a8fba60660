// The C interface of CLP, COIN-OR's solver of linear programmes.
#pragma once
#include <coin/Clp_C_Interface.h>
