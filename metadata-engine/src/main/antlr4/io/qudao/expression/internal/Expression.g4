// The expression language of the platform: a subset of CEL's syntax. Its reference is docs/expression.md.
grammar Expression;

source
    : expression EOF
    ;

expression
    : literal                                                                                  # constant
    | NAME '(' expressions ')'                                                                 # call
    | NAME                                                                                     # field
    | expression '.' NAME '(' expressions ')'                                                  # memberCall
    | expression '.' NAME                                                                      # member
    | '(' expression ')'                                                                       # group
    | '[' expressions ']'                                                                      # list
    | operator = (NOT | MINUS) expression                                                      # unary
    | expression operator = (TIMES | DIVIDE | MODULO) expression                               # arithmetic
    | expression operator = (PLUS | MINUS) expression                                          # arithmetic
    | expression operator = (EQ | NE | LT | LE | GT | GE | IN) expression                      # comparison
    | expression operator = AND expression                                                     # logic
    | expression operator = OR expression                                                      # logic
    | <assoc = right> expression QUESTION expression ':' expression                            # conditional
    ;

expressions
    : (expression (',' expression)*)?
    ;

literal
    : TEXT
    | INTEGER
    | DECIMAL
    | TRUE
    | FALSE
    | NULL
    ;

TRUE     : 'true' ;
FALSE    : 'false' ;
NULL     : 'null' ;
IN       : 'in' ;
AND      : '&&' ;
OR       : '||' ;
NOT      : '!' ;
EQ       : '==' ;
NE       : '!=' ;
LE       : '<=' ;
LT       : '<' ;
GE       : '>=' ;
GT       : '>' ;
PLUS     : '+' ;
MINUS    : '-' ;
TIMES    : '*' ;
DIVIDE   : '/' ;
MODULO   : '%' ;
QUESTION : '?' ;

NAME     : [A-Za-z_] [A-Za-z0-9_]* ;
DECIMAL  : [0-9]+ '.' [0-9]+ ;
INTEGER  : [0-9]+ ;
TEXT     : '\'' (ESCAPE | ~['\\\r\n])* '\'' | '"' (ESCAPE | ~["\\\r\n])* '"' ;
// A text that is not closed or has an unknown escape; no rule takes it.
OPEN     : '\'' (ESCAPE | ~['\\\r\n])* | '"' (ESCAPE | ~["\\\r\n])* ;
COMMENT  : '//' ~[\r\n]* -> skip ;
SPACE    : [ \t\r\n]+ -> skip ;
// Anything else; no rule takes it, so that the parser reports it with its place.
OTHER    : . ;

fragment ESCAPE
    : '\\' ([\\'"nrt] | 'u' HEX HEX HEX HEX | 'U' HEX HEX HEX HEX HEX HEX HEX HEX)
    ;

fragment HEX
    : [0-9a-fA-F]
    ;
